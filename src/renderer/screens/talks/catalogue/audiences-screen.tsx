import { audiences as builtIn, type AudienceDefinition } from '../../../../shared/formats/talk-formats'
import type { OwnAudience } from '../../../../shared/model/own-definitions'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { addressOf, navigate } from '../../../app/router'
import { useLocalized, useText } from '../../../i18n/language'
import { useAudienceName } from '../../../parts/audience/messages'
import { useCatalogue, useOwnAudiences } from '../../../parts/catalogue/use-catalogue'
import { AudienceEditor } from './audience-editor'
import { AudienceView } from './audience-view'
import { CatalogueActions } from './catalogue-actions'
import { CatalogueRoom } from './catalogue-room'
import { messages } from './messages'
import { namedOr } from './named-or'
import { useCatalogueDeeds } from './use-catalogue-deeds'
import { useStoredDraft } from '../../../parts/stored-draft/use-stored-draft'

/** For whom talks are: the built-in audiences to read and to copy, the user's own to change. */
export function AudiencesScreen({ chosen }: { chosen: string | null }) {
  const text = useText(messages)
  const engine = useEngine()
  const localized = useLocalized()
  const audienceName = useAudienceName()
  const catalogue = useCatalogue()
  const own = useOwnAudiences()
  const deeds = useCatalogueDeeds()
  const current = catalogue.audiences.find(({ key }) => key === chosen) ?? builtIn[0]
  if (current === undefined) return null
  const mine = own.find(({ key }) => key === current.key)
  const { key: _key, ...definition } = current
  const remove = (key: string) => {
    const audience = own.find((one) => one.key === key)
    if (audience) deeds.remove(localized(audience.definition.name), () => engine.audiences.remove({ id: audience.id }))
  }
  return (
    <CatalogueRoom
      of="audiences"
      entries={catalogue.audiences.map((audience) => ({
        key: audience.key,
        name: audienceName(audience.key),
        facts: text.audienceFacts(Math.round(audience.interaction * 100), Math.round(audience.storyShare * 100)),
        own: own.some(({ key }) => key === audience.key),
      }))}
      chosen={current.key}
      onChoose={(key) => navigate(addressOf.audiences(key), true)}
      onRemove={remove}
      actions={
        <CatalogueActions
          onCopy={() => deeds.copy({ kind: 'audience', definition })}
          onExport={() => deeds.exportFile({ kind: 'audience', definition })}
          onImport={deeds.importFile}
          onRemove={mine ? () => remove(mine.key) : null}
        />
      }
    >
      {mine ? <StoredAudience key={mine.id} audience={mine} /> : <AudienceView audience={current} />}
    </CatalogueRoom>
  )
}

function StoredAudience({ audience: { id, definition } }: { audience: OwnAudience }) {
  const engine = useEngine()
  const fail = useFailure()
  const [draft, change] = useStoredDraft<AudienceDefinition>(definition, (next) => void engine.audiences.change({ id, definition: { ...next, name: namedOr(next.name, definition.name) } }).catch(fail))
  return <AudienceEditor audience={draft} onChange={change} />
}
