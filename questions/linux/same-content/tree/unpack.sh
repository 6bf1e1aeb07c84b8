#!/bin/bash
mkdir -p photos photos/old
printf %s sunset >photos/a.jpg
printf %s beach >photos/b.jpg
printf %s sunset >'photos/old/a copy.jpg'
printf %s beech >photos/old/c.jpg
