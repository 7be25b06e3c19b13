"""The example case: public events, fictional people, built through the same doors as a real one."""
