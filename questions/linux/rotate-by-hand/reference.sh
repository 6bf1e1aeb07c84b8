for n in 3 2; do
    if [ -e "app.log.$((n - 1))" ]; then mv "app.log.$((n - 1))" "app.log.$n"; fi
done
if [ -e app.log ]; then mv app.log app.log.1; fi
: >app.log
