/**
 * An engine that does one kind of long work again and again, in its thread, until it is killed, and says on standard output what has been answered.
 * `node engine-child.mjs <deed> <folder> <task file> [bundle, or name of a backup]`
 */
import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openEngine } from '../../src/main/engine/open-engine'
import { router } from '../../src/main/engine/router'
import type { Contract } from '../../src/shared/contract/index'

const [deed = '', folder = '', taskFile = '', from = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

const { context } = openEngine({ folder, version: '0.0.0', host: 'command-line', readerFile: '', checkerFile: '', starterFolder: '', dataFolder: `${folder}-data`, taskFile, upgradeFile: join(dirname(taskFile), 'upgrade.js') })
const client: ContractRouterClient<Contract> = createRouterClient(router, { context })
const ids = context.library.materials.list().map(({ id }) => id)

const restore = async (name: string): Promise<string> => {
  for await (const event of await client.keeping.restore({ name })) if (event.type === 'finished') return event.restored.kept?.name ?? ''
  return ''
}

/** What of a library may be in the middle of when the process ends; each round leaves another state than the one before. */
const round: Readonly<Record<string, (i: number) => Promise<unknown>>> = {
  edit: (i) => client.bulk.edit({ ids, changes: { school: `第 ${i} 所` } }),
  remove: (i) => (i % 2 === 1 ? client.materials.remove({ ids }) : client.trash.restore({ ids })),
  undo: (i) => (i === 1 ? client.materials.remove({ ids }) : i % 2 === 0 ? client.app.undo() : client.app.redo()),
  merge: (i) => (i % 2 === 1 ? context.works.run('mergeBundle', { file: from }) : client.app.undo()),
  reindex: () => client.keeping.repair({ repair: 'rebuild-derived' }),
  'restore-older': async () => (await restore(from)) || Promise.reject(new Error('nothing was restored')),
  restore: async () => (await restore((await client.keeping.backups())[0]?.name ?? '')) || Promise.reject(new Error('nothing was restored')),
}

say('open')
for (let i = 1; ; i++) {
  await round[deed]?.(i)
  say(`done ${i}`)
}
