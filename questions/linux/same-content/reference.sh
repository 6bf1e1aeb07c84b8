./unpack.sh
find photos -type f -print0 | xargs -0 sha256sum | sort | uniq -w64 -D | cut -c67- | LC_ALL=C sort
