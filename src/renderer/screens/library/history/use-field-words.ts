import { useText } from '../../../i18n/language'
import { useAudienceName } from '../../../parts/audience/messages'
import { kindNames, stageNames, statusNames } from '../../../parts/material-kind/material-words'
import { consentNames } from '../case-study/messages'

/** What a field of a material says, in the user's words: the engine gives keys as they are stored, several of them with spaces between. */
export function useFieldWords(): (field: string, stored: string) => string {
  const audienceName = useAudienceName()
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = { kind: useText(kindNames), status: useText(statusNames), stage: useText(stageNames) }
  const consents: Readonly<Record<string, string>> = useText(consentNames)
  return (field, stored) => {
    if (field === 'audiences') return stored.split(' ').map(audienceName).join(' ')
    if (field === 'consent') {
      const [state = '', ...note] = stored.split(' ')
      return [consents[state] ?? state, ...note].join(' ')
    }
    return names[field]?.[stored] ?? stored
  }
}
