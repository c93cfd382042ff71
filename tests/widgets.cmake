# tests of widgets
taillight_test(tst_forms LINKS taillight_widgets)
taillight_test(tst_panels LINKS taillight_widgets)
taillight_test(tst_runs_panel LINKS taillight_widgets)
taillight_test(tst_compare_panel LINKS taillight_widgets)
taillight_test(tst_models LINKS taillight_widgets)
taillight_test(tst_import_wizard LINKS taillight_widgets)
taillight_test(tst_window LINKS taillight_widgets)
# These need what panels are made of, not the panels: charts, theme, text, jobs.
taillight_test(tst_charts LINKS taillight_widgets_base)
taillight_test(tst_chart_files LINKS taillight_widgets_base)
taillight_test(tst_jobs LINKS taillight_widgets_base)
# Everything together: from files to an exported model, through the window. Trains, so not beside other tests.
taillight_test(tst_main_job LINKS taillight_widgets)
set_tests_properties(tst_main_job PROPERTIES RUN_SERIAL ON)
if(TAILLIGHT_ENGINE)
  add_dependencies(tst_main_job taillight_engine)
endif()
