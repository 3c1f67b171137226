import { formatOf, type FormatDefinition } from '../../../../shared/formats/talk-formats'
import type { OwnFormat } from '../../../../shared/model/own-definitions'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { addressOf, navigate } from '../../../app/router'
import { useLocalized, useText } from '../../../i18n/language'
import { useCatalogue, useOwnFormats } from '../../../parts/catalogue/use-catalogue'
import { useFormatName } from '../format-names'
import { CatalogueActions } from './catalogue-actions'
import { CatalogueRoom } from './catalogue-room'
import { FormatEditor } from './format-editor'
import { FormatView } from './format-view'
import { messages } from './messages'
import { namedOr } from './named-or'
import { useCatalogueDeeds } from './use-catalogue-deeds'
import { useStoredDraft } from '../../../parts/stored-draft/use-stored-draft'

/** How talks are built: the built-in formats to read and to copy, the user's own to change. */
export function FormatsScreen({ chosen }: { chosen: string | null }) {
  const text = useText(messages)
  const engine = useEngine()
  const localized = useLocalized()
  const formatName = useFormatName()
  const catalogue = useCatalogue()
  const own = useOwnFormats()
  const deeds = useCatalogueDeeds()
  const current = catalogue.formats.find(({ key }) => key === chosen) ?? catalogue.formats[0] ?? formatOf('')
  const mine = own.find(({ key }) => key === current.key)
  const { key: _key, ...definition } = current
  const remove = (key: string) => {
    const format = own.find((one) => one.key === key)
    if (format) deeds.remove(localized(format.definition.name), () => engine.formats.remove({ id: format.id }))
  }
  return (
    <CatalogueRoom
      of="formats"
      entries={catalogue.formats.map((format) => ({
        key: format.key,
        name: formatName(format.key),
        facts: text.blocks(format.sections.reduce((count, { blocks }) => count + blocks.length, 0)),
        own: own.some(({ key }) => key === format.key),
      }))}
      chosen={current.key}
      onChoose={(key) => navigate(addressOf.formats(key), true)}
      onRemove={remove}
      actions={
        <CatalogueActions
          onCopy={() => deeds.copy({ kind: 'format', definition })}
          onExport={() => deeds.exportFile({ kind: 'format', definition })}
          onImport={deeds.importFile}
          onRemove={mine ? () => remove(mine.key) : null}
        />
      }
    >
      {mine ? <StoredFormat key={mine.id} format={mine} /> : <FormatView format={current} />}
    </CatalogueRoom>
  )
}

function StoredFormat({ format: { id, definition } }: { format: OwnFormat }) {
  const engine = useEngine()
  const fail = useFailure()
  const [draft, change] = useStoredDraft<FormatDefinition>(definition, (next) => void engine.formats.change({ id, definition: { ...next, name: namedOr(next.name, definition.name) } }).catch(fail))
  return <FormatEditor format={draft} onChange={change} />
}
