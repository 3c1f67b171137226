import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ThirdPartyNotice } from '../../shared/contract/third-party'
import { server } from './server'

export const thirdParty = {
  notices: server.thirdParty.notices.handler(async ({ context: { thirdPartyFile } }) => (thirdPartyFile === null ? [] : z.array(ThirdPartyNotice).parse(JSON.parse(await readFile(thirdPartyFile, 'utf8'))))),
}
