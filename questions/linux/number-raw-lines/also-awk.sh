awk '{print NR ":" $0}'
