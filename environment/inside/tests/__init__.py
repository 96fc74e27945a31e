"""Tests of what runs inside .venv: .venv/bin/python -m unittest discover -t environment/inside -s environment/inside/tests"""
