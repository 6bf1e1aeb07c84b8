#!/bin/bash
mkdir .cache dir.tmp
touch .cache/.z.tmp dir.tmp/y.tmp ./-rf.tmp
echo stay >dir.tmp/inside.txt
echo stay >stmp
