import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SelectField, type SelectFieldProps } from '@/components/ui/select-field';

type Props = SelectFieldProps & {
  name: string;
  go: string;
  /** What else the rest of the form depends on. */ children?: React.ReactNode;
};

/** Without scripts a form cannot follow the choice that the rest of it depends on: here it is made first, by an ordinary request. */
export function ChooseFirst({ go, children, ...select }: Props) {
  return (
    <noscript>
      <Card className="mb-5 max-w-3xl">
        <form method="get" className="grid gap-4">
          <SelectField {...select} />
          {children}
          <div>
            <Button type="submit">{go}</Button>
          </div>
        </form>
      </Card>
    </noscript>
  );
}
