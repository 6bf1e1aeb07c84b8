awk '{n[$1]++} END {for (a in n) print n[a], a}' access.log | LC_ALL=C sort -k1,1r -k2,2 | head -3
