#!/bin/bash
grep -r '' --exclude='*.sh' . | LC_ALL=C sort
