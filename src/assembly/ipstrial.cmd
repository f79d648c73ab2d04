@echo off
rem Starts ipstrial on Windows.
rem
rem   JAVA_HOME           the Java to use (17 or later); else the java on the PATH
rem   IPSTRIAL_JAVA_OPTS  more options for Java; they come last and win
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem A crash leaves nothing of the data on the disk: no heap dump, no file of the error, no core.
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -XX:-UsePerfData -XX:-HeapDumpOnOutOfMemoryError -XX:ErrorFile=NUL -XX:-CreateCoredumpOnCrash %IPSTRIAL_JAVA_OPTS% -jar "%~dp0..\lib\ipstrial.jar" %*
