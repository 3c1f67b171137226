import { proposeMaterials } from '../use-cases/propose-materials'
import { server } from './server'

export const proposals = {
  forGaps: server.proposals.forGaps.handler(({ context: { library, clock }, input }) => proposeMaterials(library, input, clock())),
}
