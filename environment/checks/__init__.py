"""What ./eddy doctor looks at: one module an idea, each check a function of surroundings that a test can fake."""
