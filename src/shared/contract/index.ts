import { app } from './app'
import { keeping } from './keeping'
import { imports, materials, sources } from './library'
import { assets, talks } from './talks'

/** Every call that crosses a process boundary. Server, client, command line and tests derive their types from it. */
export const contract = { app, imports, materials, sources, talks, assets, keeping }
export type Contract = typeof contract
