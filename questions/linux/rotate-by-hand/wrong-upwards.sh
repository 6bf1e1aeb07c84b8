if [ -e app.log ]; then mv app.log app.log.1; fi
if [ -e app.log.1 ]; then mv app.log.1 app.log.2; fi
if [ -e app.log.2 ]; then mv app.log.2 app.log.3; fi
: >app.log
