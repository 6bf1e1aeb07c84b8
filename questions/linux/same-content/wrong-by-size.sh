./unpack.sh
find photos -type f -printf '%s %p\n' | sort | awk '{s = $1; sub(/^[0-9]+ /, ""); n[s]++; f[s] = f[s] $0 "\n"} END {for (s in n) if (n[s] > 1) printf "%s", f[s]}' | LC_ALL=C sort
