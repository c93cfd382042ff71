# TAILLIGHT_SANITIZE=address;undefined or thread. The engine is left out: LibTorch itself is not instrumented.
if(TAILLIGHT_SANITIZE)
  list(JOIN TAILLIGHT_SANITIZE "," taillight_sanitizers)
  add_compile_options(-fsanitize=${taillight_sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=${taillight_sanitizers})
endif()

# libFuzzer needs its counters in everything that is fuzzed; the programs themselves link its main (tests/fuzz).
if(TAILLIGHT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
