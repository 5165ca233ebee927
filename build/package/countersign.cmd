@echo off
rem The command line of Countersign. A batch file waits for the program to end, where a prompt would not, and passes its exit code on.
"%~dp0..\Countersign.exe" %*
exit /b %ERRORLEVEL%
