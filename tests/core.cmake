# tests of core
taillight_test(tst_base LINKS taillight_base taillight_select)
taillight_test(tst_stats LINKS taillight_stats)
taillight_test(tst_metrics LINKS taillight_stats)
taillight_test(tst_strategies
  LINKS taillight_strategies $<LINK_LIBRARY:WHOLE_ARCHIVE,taillight_strategy_parts>)
taillight_test(tst_recipe
  LINKS taillight_strategies $<LINK_LIBRARY:WHOLE_ARCHIVE,taillight_strategy_parts>)
taillight_test(tst_data LINKS taillight_data)
taillight_test(tst_data_fields LINKS taillight_data)
taillight_test(tst_data_sample LINKS taillight_data)
taillight_test(tst_splits LINKS taillight_store)
taillight_test(tst_split_assign LINKS taillight_store)
taillight_test(tst_split_kinds LINKS taillight_store)
taillight_test(tst_runs LINKS taillight_store)
taillight_test(tst_evaluate LINKS taillight_output)
taillight_test(tst_output LINKS taillight_output
  $<LINK_LIBRARY:WHOLE_ARCHIVE,taillight_strategy_parts>
  $<LINK_LIBRARY:WHOLE_ARCHIVE,taillight_model_parts>)
taillight_test(tst_store LINKS taillight_store)
taillight_test(tst_store_survival LINKS taillight_store)
taillight_test(tst_store_import LINKS taillight_store)
taillight_test(tst_entities LINKS taillight_store)
taillight_test(tst_filter LINKS taillight_select)
taillight_test(tst_browse LINKS taillight_store)
taillight_test(tst_json LINKS taillight_data)
taillight_test(tst_privacy LINKS taillight_privacy)
taillight_test(tst_privacy_detect LINKS taillight_privacy)
taillight_test(tst_seal LINKS taillight_privacy)
find_package(LibArchive REQUIRED) # the tests pack files of their own
taillight_test(tst_xlsx LINKS taillight_data LibArchive::LibArchive)
taillight_test(tst_readers LINKS taillight_data LibArchive::LibArchive)
# privacy of project files
taillight_test(tst_privacy_store LINKS taillight_store)
taillight_test(tst_sealed_project LINKS taillight_output)
taillight_test(tst_text LINKS taillight_text)
taillight_test(tst_robust LINKS taillight_stats)
taillight_test(tst_clean LINKS taillight_store $<LINK_LIBRARY:WHOLE_ARCHIVE,taillight_clean_steps>)
taillight_test(tst_quality LINKS taillight_store $<LINK_LIBRARY:WHOLE_ARCHIVE,taillight_clean_steps>)
