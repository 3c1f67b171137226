import { Text } from '@mantine/core'
import { memo } from 'react'
import type { MaterialId } from '../../../shared/model/ids'
import { addressOf, navigate } from '../../app/router'
import { useText } from '../../i18n/language'
import styles from './library.module.css'
import { MaterialDetail } from './material-detail'
import { messages } from './messages'
import { SelectedMany } from './selected-many'

type ReadingPaneProps = {
  /** The material that is read; null while none is. */
  chosen: MaterialId | null
  selected: ReadonlySet<MaterialId>
  onBack: () => void
  onEdit: (id: MaterialId) => void
  onRemove: () => void
}

/** The material that is read, or what can be done to several. */
export const ReadingPane = memo(function ReadingPane({ chosen, selected, onBack, onEdit, onRemove }: ReadingPaneProps) {
  const text = useText(messages)
  return (
    <section className={styles.reading}>
      {selected.size > 1 ? (
        <SelectedMany ids={[...selected]} onRemove={onRemove} />
      ) : chosen === null ? (
        <Text c="dimmed" className={styles.nothingChosen}>
          {text.choose}
          <br />
          <Text span size="xs">
            {text.keysHint}
          </Text>
        </Text>
      ) : (
        <MaterialDetail id={chosen} onBack={onBack} onBringIn={() => navigate(addressOf.talks(chosen))} onEdit={() => onEdit(chosen)} onRemove={onRemove} />
      )}
    </section>
  )
})
