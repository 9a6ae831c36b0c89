package vn.kiemphieu.review;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.kiemphieu.words.Texts;

/** The desk's pages, joined by hand; Spring Boot adds the server, the templates and the locks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration",
            "org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration"
        })
@Import({
    Locks.class,
    EveryPage.class,
    HomePage.class,
    ReviewPages.class,
    OfficePages.class,
    PaperPages.class,
    HandPages.class,
    ProjectorPages.class,
    MeetingPages.class,
    FormPages.class
})
class DeskRooms implements WebMvcConfigurer {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Office office;

    DeskRooms(Office office) {
        this.office = office;
    }

    @Bean
    Door door(Surroundings surroundings) {
        return new Door(office, surroundings.nanoTime());
    }

    @Bean
    Weighing weighing() {
        return new Weighing();
    }

    @Bean
    CountRun countRun() {
        return new CountRun(office);
    }

    @Bean
    Pictures pictures() {
        return new Pictures(office);
    }

    @Bean
    MessageSource messageSource() {
        return new PageTexts();
    }

    @Bean
    LocaleResolver localeResolver(Texts texts) {
        CookieLocaleResolver language = new CookieLocaleResolver("language");
        language.setDefaultLocale(texts.locale());
        language.setCookieMaxAge(A_YEAR);
        language.setRejectInvalidCookies(false);
        return language;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Whose(office));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new Visitors(office));
        registry.addInterceptor(new ReadyFirst(office)).addPathPatterns(ReadyFirst.PATHS);
    }
}
