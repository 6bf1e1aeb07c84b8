./worker.sh &
pid=$!
while [ ! -e ready ]; do sleep 0.02; done
kill -9 "$pid"
wait "$pid" 2>/dev/null
echo "stopped: $?"
