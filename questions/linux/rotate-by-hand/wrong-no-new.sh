for n in 3 2; do [ -e app.log.$((n-1)) ] && mv app.log.$((n-1)) app.log.$n; done
[ -e app.log ] && mv app.log app.log.1
true
