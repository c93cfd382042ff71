# tests of widgets
taillight_test(tst_forms LINKS taillight_widgets)
taillight_test(tst_panels LINKS taillight_widgets)
taillight_test(tst_runs_panel LINKS taillight_widgets)
taillight_test(tst_compare_panel LINKS taillight_widgets)
taillight_test(tst_models LINKS taillight_widgets)
taillight_test(tst_window LINKS taillight_widgets)
