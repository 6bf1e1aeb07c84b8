./worker.sh &
pid=$!
sleep 0.1
kill "$pid"
wait "$pid"
echo "stopped: $?"
