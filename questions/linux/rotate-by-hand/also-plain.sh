[ -f app.log.2 ] && mv -f app.log.2 app.log.3
[ -f app.log.1 ] && mv -f app.log.1 app.log.2
[ -f app.log ] && mv -f app.log app.log.1
touch app.log
