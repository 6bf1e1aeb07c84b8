./unpack.sh
shopt -s nullglob
for f in *.text; do mv -- "$f" "${f//.text/.txt}"; done
./show.sh
