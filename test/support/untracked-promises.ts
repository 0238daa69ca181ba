// Untracked promises: node:test follows every promise from its making to its end, to know of which test a stray error is; that made asynchronous code up to fourteen times as dear.
import hooks, { type AsyncHook, type HookCallbacks } from 'node:async_hooks'

// Tests, timers and sockets are followed as before. A rejection that nobody awaits still fails the run (test/engine/stray-errors.test.ts), without the name of its test.
const { createHook } = hooks
Object.assign(hooks, {
  createHook(callbacks: HookCallbacks): AsyncHook {
    const options = { ...callbacks, trackPromises: false }
    return createHook(options)
  },
})
