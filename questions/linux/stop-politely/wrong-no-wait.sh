./worker.sh &
pid=$!
while [ ! -e ready ]; do sleep 0.02; done
kill "$pid"
echo "stopped: $?"
wait
