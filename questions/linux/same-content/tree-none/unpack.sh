#!/bin/bash
mkdir -p photos
printf %s 1 >photos/one
printf %s 2 >photos/two
