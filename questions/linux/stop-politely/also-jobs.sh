./worker.sh & until [ -f ready ]; do sleep 0.05; done
kill -TERM %1
wait %1; echo stopped: $?
