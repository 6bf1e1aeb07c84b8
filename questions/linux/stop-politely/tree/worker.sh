#!/bin/bash
touch lock
trap 'rm -f lock ready; echo "cleaned up"; exit 7' TERM INT
touch ready
while :; do read -r -t 0.05 <> <(:) || :; done
