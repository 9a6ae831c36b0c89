package vn.kiemphieu.review;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.ledger.Accounts.Account;

/**
 * How long it is from an answer to the next ballot, pictures and all, where every ballot of a counted meeting is in the
 * queue and five people answer at once. The folder is a copy: what is answered here stays in it.
 */
public final class PaceAtTheDesk {

    private static final int PEOPLE = 5;
    private static final int ANSWERS_EACH = 30;

    /** Nobody decides faster than in one second, and few take longer than four. */
    private static final int LEAST_THOUGHT_MILLIS = 1000;

    private static final int MOST_THOUGHT_MILLIS = 4000;

    private static final Pattern PICTURE = Pattern.compile("href=\"(/ballots/[^\"]+straight\\.jpg)\"");
    private static final Pattern FORM = Pattern.compile("action=\"(/ballots/[A-Z0-9]+/answer)\"");
    private static final Pattern REFERENCE = Pattern.compile("name=\"reference\" value=\"([0-9a-f]{64})\"");

    private PaceAtTheDesk() {}

    /** Takes the folder of a counted meeting. */
    public static void main(String[] args) throws Exception {
        try (OpenDesk desk = OpenDesk.on(Path.of(args[0]))) {
            List<String> accounts = putEverythingIntoTheQueue(desk.office());
            System.out.println(
                    "ballots in the queue: " + desk.office().docket().queue().size());
            List<Callable<List<Long>>> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                DeskVisitor visitor = desk.visitor(accounts.get(i));
                Random seeded = new Random(i);
                people.add(() -> answers(visitor, seeded));
            }
            ExecutorService hall = Executors.newFixedThreadPool(PEOPLE);
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> each : hall.invokeAll(people)) {
                nanos.addAll(each.get());
            }
            hall.shutdown();
            tell(nanos);
        }
    }

    private static List<String> putEverythingIntoTheQueue(Office office) {
        List<String> accounts = new ArrayList<>(List.of("member", "member2", "secretary"));
        Account member = office.accounts().find("member").orElseThrow();
        Account administrator = office.accounts().find("administrator").orElseThrow();
        for (int i = 3; i <= PEOPLE; i++) {
            accounts.add("member" + i);
            office.makeAccount(
                    administrator, new Account("member" + i, "Member " + i, Role.MEMBER, member.password(), true));
        }
        office.setEyes(administrator, Docket.MOST_EYES);
        for (Subject subject : office.docket().subjects()) {
            if (!office.docket().needsPeople(subject)) {
                office.send(member, subject.ballot(), Deed.Sent.class.getSimpleName());
            }
        }
        return accounts;
    }

    private static List<Long> answers(DeskVisitor visitor, Random seeded) throws InterruptedException {
        List<Long> nanos = new ArrayList<>();
        DeskVisitor.Seen page = visitor.get("/review");
        pictures(visitor, page);
        for (int i = 0; i < ANSWERS_EACH; i++) {
            TimeUnit.MILLISECONDS.sleep(
                    LEAST_THOUGHT_MILLIS + seeded.nextInt(MOST_THOUGHT_MILLIS - LEAST_THOUGHT_MILLIS));
            Matcher form = FORM.matcher(page.body());
            Matcher reference = REFERENCE.matcher(page.body());
            if (!form.find() || !reference.find()) {
                return nanos;
            }
            long start = System.nanoTime();
            page = visitor.post(form.group(1), "reference", reference.group(1), "verdict", "NOT_A_BALLOT");
            pictures(visitor, page);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private static void pictures(DeskVisitor visitor, DeskVisitor.Seen page) {
        PICTURE.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .forEach(visitor::get);
    }

    private static void tell(List<Long> nanos) {
        Collections.sort(nanos);
        long cpuNanos = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        System.out.printf(
                "answers: %d; from answer to next ballot, ms: median %d, 95th percentile %d, longest %d; CPU s of the whole run: %.1f%n",
                nanos.size(), at(nanos, 0.5), at(nanos, 0.95), at(nanos, 1), cpuNanos / 1e9);
    }

    private static long at(List<Long> sorted, double part) {
        int index = (int) Math.ceil(part * sorted.size()) - 1;
        return TimeUnit.NANOSECONDS.toMillis(sorted.get(Math.max(0, index)));
    }
}
