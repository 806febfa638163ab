package amends.desktop;

import amends.customer.Correcting;
import amends.customer.CustomerImport;
import amends.customer.CustomerOffice;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Duplicate;
import amends.customer.Duplicates;
import amends.customer.FindingCustomers;
import amends.customer.FindingDuplicates;
import amends.customer.FoundCustomer;
import amends.customer.ImportField;
import amends.customer.ImportProblem;
import amends.customer.Merge;
import amends.customer.Merging;
import amends.customer.OutsideField;
import amends.customer.PersonalFile;
import amends.customer.PersonalRecord;
import amends.customer.Portrait;
import amends.customer.ProfileOutcome;
import amends.customer.RowProblem;
import amends.customer.Table;
import amends.staff.Permission;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Some customers, a table with faults and a pair that may be one. */
public final class FakeCustomers implements CustomerOffice {
    private static final Instant NOW = Instant.parse("2026-10-04T02:00:00Z");
    public final List<String> done = new ArrayList<>();
    public List<PersonalRecord> open = List.of();
    public boolean all;
    public boolean unreadable;
    public boolean asked;
    /** Whether no services run for what is asked of them. */
    public boolean nobodyServes;

    @Override
    public boolean may(Permission act) {
        return all || act == Permission.FIND_CUSTOMERS;
    }

    private static FoundCustomer found(int n, String name, Tier tier, String region, String end) {
        return new FoundCustomer(new UUID(7, n), name, tier, region, end, "C00001%02d".formatted(n), Optional.empty());
    }

    @Override
    public boolean isAsked() {
        return asked;
    }

    @Override
    public FindingCustomers.Page find(String typed, int from, int most) {
        done.add("find " + typed);
        return new FindingCustomers.Page(
                List.of(
                        found(1, "王建国", Tier.GOLD, "上海", "8000"),
                        found(2, "王建华", Tier.REGULAR, "杭州", "3311"),
                        found(3, "王建国际贸易有限公司", Tier.VIP, "广州", "0007")),
                true);
    }

    @Override
    public Optional<Correcting.Standing> look(UUID customer) {
        var who = FakeDesk.WANG;
        return Optional.of(new Correcting.Standing(
                new CustomerProfile(
                        customer,
                        who.name(),
                        who.numbers(),
                        who.tier(),
                        who.region(),
                        who.since(),
                        who.note(),
                        who.version()),
                Portrait.blank(customer)));
    }

    @Override
    public ProfileOutcome correct(Correcting.Standing shown, OutsideField field, String value, String why) {
        if (why.isBlank()) return new ProfileOutcome.Refused(ProfileOutcome.Why.NO_REASON);
        done.add("correct " + field + " " + value);
        return new ProfileOutcome.Kept();
    }

    @Override
    public ProfileOutcome addNumber(UUID customer, String typed) {
        done.add("number " + typed);
        return new ProfileOutcome.Kept();
    }

    @Override
    public ProfileOutcome mainNumber(UUID customer, int place) {
        done.add("main " + place);
        return new ProfileOutcome.Kept();
    }

    @Override
    public ProfileOutcome label(UUID customer, int place, Portrait.NumberLabel label) {
        done.add("label " + place + " " + label);
        return new ProfileOutcome.Kept();
    }

    @Override
    public Table open(Path file) throws Table.Unreadable {
        if (unreadable) throw new Table.Unreadable(Table.Why.BROKEN, 0, "");
        return new Table() {
            @Override
            public String name() {
                return "customers.csv";
            }

            @Override
            public Path file() {
                return Path.of("customers.csv");
            }

            @Override
            public String described() {
                return "GB18030, “,”";
            }

            @Override
            public List<String> header() {
                return List.of("客户编号", "姓名", "手机号", "等级", "城市", "开户日期", "备用");
            }

            @Override
            public void rows(Taker taker) {
                if (taker.take(2, List.of("C0001", "王建国", "13800138000", "金卡", "上海", "2019-03-05", "x")))
                    taker.take(3, List.of("C0002", "陈静", "1.38E+10", "钻石", "北京", "2020-13-01", ""));
            }
        };
    }

    private static CustomerImport.Report report() {
        return new CustomerImport.Report(
                1200,
                1198,
                2,
                List.of(
                        new RowProblem(3, "手机号", ImportProblem.SHORTENED_NUMBER, "1.38E+10"),
                        new RowProblem(3, "等级", ImportProblem.UNKNOWN_TIER, "钻石"),
                        new RowProblem(17, "开户日期", ImportProblem.NOT_A_DATE, "2020-13-01")));
    }

    @Override
    public CustomerImport.Outcome check(Import wanted, CustomerImport.Watch watch) {
        return new CustomerImport.Outcome.Faulty(report());
    }

    @Override
    public CustomerImport.Outcome take(Import wanted, CustomerImport.Watch watch) {
        done.add("take "
                + wanted.columns().stream().filter(f -> f != ImportField.NONE).count());
        return new CustomerImport.Outcome.Imported(new UUID(1, 1), 1198, 0, report());
    }

    @Override
    public List<Duplicates.Pair> duplicates(int most) {
        var one = found(1, "欧阳小明", Tier.GOLD, "上海", "8000");
        var another = found(4, "欧阳晓明", Tier.REGULAR, "北京", "9000");
        return List.of(new Duplicates.Pair(
                new Duplicate(new UUID(2, 2), one.id(), another.id(), Duplicate.Reason.NAME_AND_BIRTHDAY, "01-02", NOW),
                one,
                another));
    }

    @Override
    public int findDuplicates(FindingDuplicates.Watch watch) {
        return 1;
    }

    @Override
    public void dismiss(UUID duplicate) {
        done.add("two");
    }

    @Override
    public Merging.Outcome merge(UUID kept, UUID gone, String why) {
        if (nobodyServes) throw new NobodyServes();
        done.add("merge " + kept);
        return new Merging.Outcome.Merged(new UUID(3, 3));
    }

    @Override
    public Merging.Outcome separate(UUID merge) {
        done.add("separate");
        return new Merging.Outcome.Separated();
    }

    @Override
    public List<Merge> mergedInto(UUID kept) {
        return List.of(new Merge(new UUID(3, 3), kept, new UUID(7, 9), NOW, new UUID(1, 1), "", Optional.empty()));
    }

    @Override
    public List<PersonalRecord> shown(UUID customer, String why) {
        return List.of(
                new PersonalRecord("customer", Optional.empty(), List.of())
                        .with("name", "王建国")
                        .with("numbers", "+8613800138000")
                        .with("region", "上海"),
                PersonalRecord.of("contact", NOW).with("queue", "support").with("note", "还款被扣了两次，要求当天退"),
                PersonalRecord.of("complaint", NOW)
                        .with("complaintNumber", 1042)
                        .with("subject", "重复扣款"));
    }

    @Override
    public PersonalFile.Erasure erase(UUID customer, boolean evenIfOpen, String why) {
        if (why.isBlank()) return new PersonalFile.Erasure.Refused(PersonalFile.Reason.NO_REASON);
        if (!open.isEmpty() && !evenIfOpen) return new PersonalFile.Erasure.StillOpen(open);
        done.add("erase " + why);
        return new PersonalFile.Erasure.Erased(12);
    }

    @Override
    public Optional<Integer> export(Path file, FindingDuplicates.Watch watch) {
        done.add("export");
        return Optional.of(1200);
    }

    @Override
    public void write(Path file, List<String> header, List<List<String>> rows) {
        done.add("write " + rows.size());
    }

    @Override
    public Optional<Integer> keep(Letter letter) {
        done.add("keep " + letter.subject());
        return letter.complaint() ? Optional.of(1043) : Optional.empty();
    }
}
