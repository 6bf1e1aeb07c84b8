#!/bin/bash
mkdir -p photos photos/sub
printf %s x >photos/1
printf %s y >photos/2
printf %s x >photos/3
printf %s y >photos/sub/4
printf %s z >photos/sub/5
printf %s x >photos/sub/6
