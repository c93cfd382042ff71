# Every target of ours links taillight_options: warnings, sanitizers and the include root in one place.
add_library(taillight_options INTERFACE)
target_include_directories(taillight_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(taillight_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  # Designated initialisers leave the other members at their defaults on purpose.
  -Wno-missing-field-initializers
  $<$<BOOL:${TAILLIGHT_WERROR}>:-Werror>)
target_compile_definitions(taillight_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII TAILLIGHT_VERSION="${PROJECT_VERSION}")
