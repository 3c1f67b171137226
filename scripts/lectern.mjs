/** `npm run -s lectern -- …`: the command line of a checkout. Standard output belongs to the command alone. */
import { ensureBuilt } from './machine/build.mjs'
import { checkNode, projectNode } from './machine/node.mjs'
import { ensurePackages } from './machine/packages.mjs'
import { at } from './machine/places.mjs'
import { run } from './machine/run.mjs'
import { runScript } from './machine/sentence.mjs'

await runScript(async () => {
  checkNode()
  await ensurePackages({ quiet: true })
  await ensureBuilt({ quiet: true })
  // npm runs scripts in the checkout; files are named from where the user stands.
  return run(projectNode(), [at('out', 'main', 'cli.js'), ...process.argv.slice(2)], { cwd: process.env['INIT_CWD'] ?? process.cwd() })
})
