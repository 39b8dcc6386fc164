#!/usr/bin/env node
import module from 'node:module'
import { join } from 'node:path'

const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env
// The user's own folder: compiled code in the one for temporary files might be another user's.
const caches = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, '.cache'))

// Compiled code is kept for the next call. Node before 22.8 cannot; where the folder cannot be
// written, Node does without.
if (caches) module.enableCompileCache?.(join(caches, 'sigshift'))
await import('./main.ts')
