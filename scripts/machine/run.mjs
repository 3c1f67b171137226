import { spawn } from 'node:child_process'

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stdio?: import('node:child_process').StdioOptions, timeout?: number, shell?: boolean }} [options]
 *   `stdio` is 'inherit' by default, so that its output streams; after `timeout` milliseconds it is ended
 * @returns {Promise<number>} its exit code; 127 when it could not be started, 1 when a signal ended it
 */
export function run(program, args, { stdio = 'inherit', timeout, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio, windowsHide: true, ...options })
    const timer = timeout === undefined ? undefined : setTimeout(() => child.kill(), timeout)
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    const settle = (/** @type {number} */ code) => {
      clearTimeout(timer)
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve(code)
    }
    child.once('error', () => settle(127))
    child.once('exit', (code) => settle(code ?? 1))
  })
}
