grep -n .
