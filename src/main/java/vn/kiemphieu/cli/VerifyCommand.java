package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.job.Recount;
import vn.kiemphieu.ledger.Closings;
import vn.kiemphieu.papers.Account;
import vn.kiemphieu.papers.Verification;
import vn.kiemphieu.papers.Verification.Difference;

/** Counts anew from the ledger and holds every table, every paper and every sum against it. Changes nothing. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of(".");

    @Override
    public Integer call() throws Exception {
        OpenMeeting open = OpenMeeting.open(dir, console.texts());
        if (!open.counted()) {
            throw new Failure(console.say("papers.nothing-counted", dir));
        }
        Path fresh = Files.createTempDirectory("kiemphieu-verify");
        try (Recount recount = Recount.of(open.folder(), open.meeting(), open.form(console.texts()))) {
            return told(differences(recount, open.folder().results(), fresh), recount);
        } catch (CountingTrouble trouble) {
            throw new Failure(console.say(trouble.key(), trouble.values())).causedBy(trouble);
        } finally {
            delete(fresh);
        }
    }

    private static List<Difference> differences(Recount recount, Path results, Path fresh) throws IOException {
        Account account = recount.account(KiemPhieu.Version.number());
        recount.writeTables(account, fresh);
        List<Difference> differences = new ArrayList<>();
        if (recount.closed().isPresent()) {
            account = Verification.closed(account, results);
            differences.addAll(Verification.againstSums(
                    results, recount.closed().map(Closings.Entry::sums).orElseThrow()));
        }
        differences.addAll(Verification.against(account, results, fresh));
        return differences;
    }

    private int told(List<Difference> differences, Recount recount) {
        differences.forEach(difference -> console.tell("- " + console.say(difference.key(), difference.values())));
        if (!recount.unbroken()) {
            console.tell("- " + console.say("papers.verify.ledger-touched"));
        }
        boolean right = differences.isEmpty() && recount.unbroken();
        if (right) {
            console.tell(console.say(recount.closed().isPresent() ? "papers.verified-closed" : "papers.verified-open"));
        } else {
            console.tell(console.say("papers.not-verified"));
        }
        return right ? 0 : 1;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
