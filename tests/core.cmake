# tests of core
taillight_test(tst_base LINKS taillight_base taillight_select)
