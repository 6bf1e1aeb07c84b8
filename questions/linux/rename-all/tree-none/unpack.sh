#!/bin/bash
echo nothing to do >readme.md
