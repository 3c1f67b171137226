import { acceptImport } from '../use-cases/accept-import'
import { closeProposals, compareProposal } from '../use-cases/close-proposals'
import { readImports } from '../use-cases/read-imports'
import type { EngineContext } from './context'
import { report, server } from './server'
import { withWireFailures } from './wire-failure'

/** A document of hundreds of materials goes in beside the engine's other work. */
const acceptingIn = (context: EngineContext): Parameters<typeof acceptImport>[0] => ({
  get library() {
    return context.library
  },
  imports: context.imports,
  addSource: async (added) => {
    context.passed(added.bytes)
    return context.works.run('addSource', added)
  },
})

export const imports = {
  read: server.imports.read.handler(async ({ context, input, signal }) => withWireFailures(readImports(context, input.files, signal, input.into), report)),
  document: server.imports.document.handler(({ context, input }) => context.imports.document(input.importId, input.key)),
  close: server.imports.close.handler(async ({ context, input, signal }) => withWireFailures(closeProposals(context, input.importId, signal), report)),
  compare: server.imports.compare.handler(({ context, input }) => compareProposal(context, input.importId, input.key, input.index, input.others)),
  accept: server.imports.accept.handler(({ context, input }) => acceptImport(acceptingIn(context), input.importId, input.files, input.more)),
  discard: server.imports.discard.handler(({ context, input }) => context.imports.discard(input.importId)),
  picture: server.imports.picture.handler(async ({ context, input }) => new Blob([new Uint8Array(await context.imports.picture(input.importId, input.key, input.hash))])),
}
