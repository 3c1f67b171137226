import { fork, type ChildProcess } from 'node:child_process'

/**
 * A process of Node's own that plain data crosses to, typed arrays and maps among it. It has no input and says nothing.
 * @param file the built entry
 * @param options of Node, such as `--max-old-space-size`; `errors` lets it write where this process writes its errors
 */
export const forkNode = (file: string, words: readonly string[] = [], { options = [], errors = false }: { readonly options?: readonly string[]; readonly errors?: boolean } = {}): ChildProcess =>
  fork(file, words, {
    serialization: 'advanced',
    execArgv: [...options],
    stdio: ['ignore', 'ignore', errors ? 'inherit' : 'ignore', 'ipc'],
    // In Electron, execPath is Electron itself; this makes it behave as Node.
    env: 'electron' in process.versions ? { ...process.env, ELECTRON_RUN_AS_NODE: '1' } : process.env,
  })
