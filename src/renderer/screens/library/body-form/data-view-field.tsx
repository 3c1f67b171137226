import { Text } from '@mantine/core'
import { type Icon, IconChartArea, IconChartBar, IconChartDonut, IconChartHistogram, IconChartLine, IconChartPie, IconTable } from '@tabler/icons-react'
import { useId } from 'react'
import { type DataView, dataViews } from '../../../../shared/body-fields/data-fields'
import { useText } from '../../../i18n/language'
import classes from './data-view-field.module.css'
import { messages, viewNames } from './messages'

const pictures: Readonly<Record<DataView, Icon>> = { table: IconTable, bar: IconChartBar, column: IconChartBar, line: IconChartLine, area: IconChartArea, pie: IconChartPie, doughnut: IconChartDonut, combined: IconChartHistogram }

/** How figures are drawn, each way with a small picture of it. */
export function DataViewField({ value, onChange }: { readonly value: DataView; readonly onChange: (view: DataView) => void }) {
  const text = useText(messages)
  const names = useText(viewNames)
  const group = useId()
  return (
    <fieldset className={classes.field}>
      <Text component="legend" size="sm" fw={500}>
        {text.view}
      </Text>
      <div className={classes.views}>
        {dataViews.map((view) => {
          const Picture = pictures[view]
          return (
            <label key={view} className={classes.view}>
              <input type="radio" name={group} checked={view === value} onChange={() => onChange(view)} />
              {/* Of lying bars there is no picture; those of standing ones are turned. */}
              <Picture size={24} stroke={1.5} aria-hidden className={view === 'bar' ? classes.lying : undefined} />
              <span>{names[view]}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
