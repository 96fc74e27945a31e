"""Tests of the suite's judgement: .venv-browser/bin/python -m unittest discover -t environment/browser -s environment/browser/tests"""
