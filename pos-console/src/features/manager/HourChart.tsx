import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ComposeOption } from 'echarts/core';
import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { TakingsRow } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { sinceStart } from './day-figures';
import styles from './manager.module.css';

register([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

type Option = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** Revenue by hour of the day and of a week before; the table beneath says the same in figures. */
export default function HourChart({
  today,
  before,
  currency,
  startHour,
  linkTo,
}: {
  today: readonly TakingsRow[];
  before: readonly TakingsRow[];
  currency: string;
  startHour: number;
  linkTo: (hour: string) => string;
}) {
  const { t, format } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [, navigate] = useLocation();
  const dark = useSyncExternalStore(watchDark, isDark);

  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, null, { renderer: 'svg' });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(place.current);
    const colour = colourOf(place.current);
    const hours = [...new Set([...today, ...before].map((row) => row.key))].sort(
      (a, b) => sinceStart(Number(a), startHour) - sinceStart(Number(b), startHour),
    );
    // Only the height of a bar is a binary number; every figure shown is formatted from its exact text.
    const series = (
      name: string,
      rows: readonly TakingsRow[],
      fill: string,
      pattern: boolean,
    ): BarSeriesOption => ({
      type: 'bar',
      name,
      data: hours.map((hour) => Number(rows.find((row) => row.key === hour)?.gross ?? '0')),
      itemStyle: {
        color: fill,
        borderRadius: [4, 4, 0, 0],
        ...(pattern
          ? {
              decal: {
                symbol: 'rect',
                dashArrayX: [1, 0],
                dashArrayY: [2, 3],
                rotation: -0.7,
                color: colour('--surface'),
              },
            }
          : {}),
      },
      barGap: '10%',
      barMaxWidth: 28,
    });
    const option: Option = {
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 250,
      textStyle: { fontFamily: 'Inter Variable, sans-serif', color: colour('--ink-2') },
      grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: colour('--ink-2') }, itemWidth: 14, itemHeight: 14 },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        backgroundColor: colour('--raised'),
        borderColor: colour('--line'),
        textStyle: { color: colour('--ink') },
        valueFormatter: (value) => format.money(String(value), currency, true),
      },
      xAxis: {
        type: 'category',
        data: hours.map((hour) => `${hour}:00`),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colour('--line') } },
        axisLabel: { color: colour('--ink-2') },
      },
      yAxis: {
        type: 'value',
        min: 0,
        axisLabel: { color: colour('--ink-2'), formatter: (value: number) => format.number(value) },
        splitLine: { lineStyle: { color: colour('--line') } },
      },
      series: [
        series(t('manager.today'), today, colour('--accent'), false),
        series(t('manager.weekBefore'), before, colour('--line-strong'), true),
      ],
    };
    chart.setOption(option);
    chart.on('click', ({ dataIndex }) => {
      const hour = hours[dataIndex];
      if (hour) navigate(linkTo(String(Number(hour))));
    });
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [today, before, currency, startHour, t, format, linkTo, navigate, dark]);

  return <div ref={place} className={styles.chart} role="img" aria-label={t('manager.byHour')} />;
}

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');
const isDark = () => darkScheme.matches;

/** The chart is drawn with the colours of the scheme, so it is drawn again when that changes. */
function watchDark(changed: () => void): () => void {
  darkScheme.addEventListener('change', changed);
  return () => darkScheme.removeEventListener('change', changed);
}

function colourOf(element: HTMLElement): (token: string) => string {
  const style = getComputedStyle(element);
  return (token) => style.getPropertyValue(token).trim();
}
