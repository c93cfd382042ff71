# tests of train
set(train_test_links taillight_train
  $<LINK_LIBRARY:WHOLE_ARCHIVE,taillight_strategy_parts>
  $<LINK_LIBRARY:WHOLE_ARCHIVE,taillight_model_parts>)
taillight_test(tst_train LINKS ${train_test_links})
taillight_test(tst_model_files LINKS ${train_test_links})
# With the engine module; they skip, saying so, where it was not built.
taillight_test(tst_engine LINKS ${train_test_links})
taillight_test(tst_training LINKS ${train_test_links})
taillight_test(tst_experiment LINKS ${train_test_links})
if(TAILLIGHT_ENGINE)
  add_dependencies(tst_engine taillight_engine)
  add_dependencies(tst_training taillight_engine)
  add_dependencies(tst_experiment taillight_engine)
  # They measure how soon cancel is answered, with threads of LibTorch's own: not beside other tests.
  set_tests_properties(tst_engine tst_training PROPERTIES RUN_SERIAL ON)
endif()
