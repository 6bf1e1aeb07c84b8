#!/bin/bash
find . -type f | LC_ALL=C sort
