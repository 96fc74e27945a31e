@echo off
rem Starts environment\eddy.py with the first Python 3.10 or newer that it finds.
setlocal
if defined EDDY_PYTHON (
  "%EDDY_PYTHON%" "%~dp0environment\eddy.py" %*
  exit /b
)
for %%P in ("py -3" "python" "python3") do (
  %%~P -c "import sys; sys.exit(sys.version_info < (3, 10))" >nul 2>nul && (
    %%~P "%~dp0environment\eddy.py" %*
    exit /b
  )
)
echo eddy: Python 3.10 or newer is missing: install it (winget install Python.Python.3.13), or name one in EDDY_PYTHON. 1>&2
exit /b 1
